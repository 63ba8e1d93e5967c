/// What becomes of memory that is freed while many rows come by.
enum FreedMemory {
  /// Has memory kept for the next block of rows that would be given back to the kernel at once: getting it
  /// anew, page by page, took a third of the time of scoring a file. Peak memory is the same.
  ///
  /// glibc learns from what it is given back: once it was one block of 31 MiB, untouched, it keeps up to 62
  /// (mallopt(3), M_MMAP_THRESHOLD; the function itself is not there in Swift).
  static func keep() {
    UnsafeMutableRawPointer.allocate(byteCount: 31 << 20, alignment: 16).deallocate()
  }
}
