internal import Registry

/// A saved Python model as its values, and how much more may be read of it.
///
/// A class because all objects of the file draw on one allowance: a small file may refer to the same
/// trees a thousand times, and what is made of them would not be small.
final class PickledModelFile {
  let document: PickleDocument
  /// Bytes that may still be made of the file.
  private var allowance: Int

  /// The largest content of a compressed file of so many bytes: 1,000 times as much and a MiB, up to 2 GiB.
  ///
  /// Even zeros shrink hardly further by zlib, which is what most are compressed with.
  private static func maximumSize(_ count: Int) -> Int { min(1000 * count + (1 << 20), 1 << 31) }

  /// - Parameter bytes: The file, as it is or compressed.
  /// - Throws: ``LearnerError/brokenModel(_:reason:)``.
  init(_ bytes: [UInt8]) throws(LearnerError) {
    let content = bytes.first == 0x80 ? bytes : try Self.decompressed(bytes)
    do throws(PickleFault) {
      document = try PickleDocument(content)
    } catch {
      throw .brokenModel(.scikitLearn, reason: "byte \(error.offset): \(error.message)")
    }
    // What is made of a value takes at most a few times as much room as the value does in the file; what is
    // made of arrays, which large files are, at most twice as much.
    allowance = min(16 * content.count + (1 << 20), 2 * content.count + (1 << 29))
  }

  private static func decompressed(_ bytes: [UInt8]) throws(LearnerError) -> [UInt8] {
    do throws(CompressionFault) {
      return try Decompressor.decompress(bytes, limit: maximumSize(bytes.count))
    } catch {
      throw .brokenModel(.scikitLearn, reason: error.message)
    }
  }

  /// Takes so many elements of so many bytes off the allowance.
  func charge(_ count: Int, of size: Int = 8) throws(LearnerError) {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
    guard !overflow, bytes <= allowance else { throw broken("it uses the same parts too often") }
    allowance -= bytes
  }

  func broken(_ reason: String) -> LearnerError { .brokenModel(.scikitLearn, reason: reason) }
}
