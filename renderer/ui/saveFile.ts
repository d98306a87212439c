/** Hands a file to the person: the browser's download, in the desktop program the system's save dialog. */

const KEPT_MS = 60_000

export function saveFile(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  // The download reads the address after this call has returned.
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
