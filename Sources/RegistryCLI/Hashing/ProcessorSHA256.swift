import Registry
import Synchronization

/// SHA-256 with the processor's own instructions, where it has them and there is enough to hash
/// that it is worth looking.
struct ProcessorSHA256: SHA256Hasher {
  private var hash = SHA256()
  private var isSettled = false

  init() {}

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    if !isSettled { settle(bytes.count) }
    hash.update(bytes)
  }

  consuming func finalize() -> SHA256Digest { hash.finalize() }

  /// Changes to the instructions; what was hashed so far stays hashed.
  private mutating func settle(_ byteCount: Int) {
    let hashed = Self.hashed.add(byteCount, ordering: .relaxed).newValue
    guard hashed > Self.worthLooking else { return }
    isSettled = true
    #if SHA_INSTRUCTIONS && arch(x86_64)
      if Processor.hasSHAInstructions { hash.compressor = compressWithInstructions }
    #endif
  }

  /// How many bytes this process hashed before it looked.
  private static let hashed = Atomic(0)
  /// Looking takes as long as hashing 100 KB without: whoever looks then never takes more than twice
  /// the time that knowing before would have taken.
  private static let worthLooking = 128 << 10
}

/// The processor that this runs on.
enum Processor {
  /// Whether it has the SHA instructions of x86-64; `false` where the system does not tell.
  static let hasSHAInstructions: Bool = {
    guard var file = try? FileSource(path: "/proc/cpuinfo") else { return false }
    var text: [UInt8] = []
    // The flags of the first processor come well before this; all have the same.
    while text.count < 16 << 10, let count = try? file.read(upTo: 4 << 10, into: &text), count > 0 {
    }
    let lines = text.split(separator: UInt8(ascii: "\n"))
    guard let flags = lines.first(where: { $0.starts(with: "flags".utf8) }) else { return false }
    return flags.split(separator: UInt8(ascii: " ")).contains { $0.elementsEqual("sha_ni".utf8) }
  }()
}
