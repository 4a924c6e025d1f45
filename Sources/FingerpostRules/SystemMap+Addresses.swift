public import FingerpostModel

extension SystemMap {
  /// Whether the map holds an element of an address, or one within which it lies.
  ///
  /// Items within an element, such as a seat of a board, are not looked for.
  public func holds(_ element: ElementID) -> Bool {
    guard let id = element.path.first else { return true }
    return addressable(in: element.collection)?.contains(id) ?? true
  }

  /// The address that was probably meant by one that the map does not hold; `nil` when none is near.
  public func nearest(to element: ElementID) -> ElementID? {
    guard let id = element.path.first, let ids = addressable(in: element.collection),
      let near = id.nearest(in: ids)
    else { return nil }
    var address = element
    address.path[0] = near
    return address
  }

  /// The ids that an address may name; `nil` where anything may stand in it.
  private func addressable(in collection: ElementID.Collection) -> [String]? {
    switch collection {
    case .map: nil
    case .kinds: ServiceKind.known.map(\.id.rawValue) + ids(in: .kinds)
    case .needs: ids(in: .needs) + (scope?.needs ?? []).map(\.rawValue)
    default: ids(in: collection)
    }
  }
}
