import CZip

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A zip archive that is read one file at a time.
package final class ZipArchive {
  private let archive: OpaquePointer
  /// The names of its files, in the order of the archive.
  package let names: [String]

  /// The most files of an archive that are looked at.
  private static let mostFiles = 10_000

  /// Opens an archive.
  package init(path: String) throws(TableError) {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
      let start = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe).prefix(4)
      throw TableError(
        code == ZIP_ER_NOENT || code == ZIP_ER_OPEN || code == ZIP_ER_READ
          ? "this file cannot be opened; check the name and that you may read it"
          // The container of Office files before 2007, and of those with a password.
          : start?.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) == true
            ? "this is a workbook of the older sort (.xls), or one with a password; save it as .xlsx, "
              + "without a password"
            : "this is no whole zip archive; was it saved, or copied, to its end?")
    }
    let count = zip_get_num_entries(archive, 0)
    guard count <= Self.mostFiles else {
      zip_discard(archive)
      throw TableError("this archive holds \(count) files, more than \(Self.mostFiles)")
    }
    self.archive = archive
    names = (0..<count).compactMap { index in
      zip_get_name(archive, UInt64(index), 0).map { String(cString: $0) }
    }
  }

  deinit { zip_discard(archive) }

  /// Reads a file of the archive, a part at a time.
  ///
  /// - Parameters:
  ///   - name: The name of the file in the archive.
  ///   - limit: The most bytes that it may unpack to; an archive of a few kilobytes can unpack to
  ///     petabytes.
  ///   - take: Takes a part; returns whether to go on.
  /// - Throws: A `TableError` when there is no such file, or it is broken, locked or too large.
  package func read(
    _ name: String, limit: Int, _ take: (UnsafeRawBufferPointer) -> Bool
  ) throws(TableError) {
    guard let file = zip_fopen(archive, name, 0) else {
      let code = zip_error_code_zip(zip_get_error(archive))
      throw TableError(
        code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD
          ? "this file is locked with a password; save it without one"
          : "the part \(name) is missing or broken; save the file anew")
    }
    defer { zip_fclose(file) }
    var left = limit
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count)))
      guard count >= 0 else {
        throw TableError("the part \(name) is broken; save the file anew")
      }
      if count == 0 { return }
      left -= count
      guard left >= 0 else {
        throw TableError(
          "the part \(name) unpacks to more than \(limit >> 20) MB; split the file into smaller ones"
        )
      }
      if !take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { return }
    }
  }

  /// The whole of a small file of the archive.
  package func contents(of name: String, limit: Int) throws(TableError) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(name, limit: limit) { part in
      bytes += part
      return true
    }
    return bytes
  }
}
