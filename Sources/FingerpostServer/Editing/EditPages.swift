import FingerpostReports

/// The page with forms, which is the same for every map, and what it is made of.
enum EditPages {
  /// The page, in the folder of every map.
  static let page = ServedFile(PackageResources.edit_html, path: SiteHost.editPage)

  /// Its styles and scripts, by their paths.
  static let shared: [String: ServedFile] = [
    "edit.css": ServedFile(PackageResources.edit_css, path: "edit.css"),
    "edit.js": ServedFile(PackageResources.edit_js, path: "edit.js"),
    "edit-outcome.js": ServedFile(PackageResources.edit_outcome_js, path: "edit-outcome.js"),
    "edit-fields.js": ServedFile(PackageResources.edit_fields_js, path: "edit-fields.js"),
  ]
}
