/// Rings a bell when something in some folders may have changed.
package protocol FolderChanges: AnyObject {
  /// Follows these folders and no others from now on.
  ///
  /// - Returns: Whether there is one among them that was not followed before, so that what happened in
  ///   it until now was not heard.
  /// - Throws: `TooManyFolders` when the system does not follow so many.
  func follow(_ folders: [String]) throws(TooManyFolders) -> Bool
}

/// The system does not follow so many folders.
package struct TooManyFolders: Error {}
