import FingerpostModel

/// What there is, as it is drawn.
struct SystemSection: PaperSectionWriter {
  let heading = Phrase.systemHeading

  func blocks(from material: PaperMaterial, for reader: ReportReader?) -> [PaperBlock] {
    material.pictures(of: .system)
  }
}
