/** What a machine lacks is named so that a person can install it. */
import { describe, expect, it } from 'vitest'
import { librariesNotFound, packagesOf } from '../../build/debian.ts'
import { doorsOf } from '../../build/display.ts'

describe('missing libraries', () => {
  it('are those that the loader does not find', () => {
    const listing = '\tlinux-vdso.so.1 (0x00007ffd)\n\tlibnss3.so => not found\n\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x0000)\n\tlibgbm.so.1 => not found\n'
    expect(librariesNotFound(listing)).toEqual(['libnss3.so', 'libgbm.so.1'])
  })
  it('are named by the packages of Debian, each once, and by themselves where none is known', () => {
    expect(packagesOf(['libnss3.so', 'libnssutil3.so', 'libgbm.so.1', 'libodd.so.4'])).toEqual(['libnss3', 'libgbm1', 'libodd.so.4'])
    expect(packagesOf(['libgtk-3.so.0']).map((name) => name.replace(/t64$/, ''))).toEqual(['libgtk-3-0'])
  })
})

describe('the door of a display', () => {
  it.each([
    [':0', [{ path: '/tmp/.X11-unix/X0' }, { path: '\0/tmp/.X11-unix/X0' }]],
    [':99.0', [{ path: '/tmp/.X11-unix/X99' }, { path: '\0/tmp/.X11-unix/X99' }]],
    ['localhost:10.0', [{ host: 'localhost', port: 6010 }]],
  ])('%s', (display, doors) => expect(doorsOf(display)).toEqual(doors))
})
