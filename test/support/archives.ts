/** Archives as offices get them, with and without a password. */
import { BlobReader, TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js'

export interface Packed {
  name: string
  content: Buffer | string
}

/** `old` is the encryption that every unpacker knows; 支付宝 and 7-Zip write AES. */
export async function packed(files: readonly Packed[], secret?: { password: string; old?: boolean }): Promise<Buffer> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...(secret && { password: secret.password, ...(secret.old ? { zipCrypto: true } : { encryptionStrength: 3 }) }) })
  for (const { name, content } of files) await writer.add(name, typeof content === 'string' ? new TextReader(content) : new BlobReader(new Blob([new Uint8Array(content)])))
  return Buffer.from(await writer.close())
}
