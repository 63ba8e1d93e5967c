internal import Glibc

/// Lets time pass.
package func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }
