import FingerpostModel

/// Whatever is drawn and belongs to no other section.
struct PicturesSection: PaperSectionWriter {
  let heading = Phrase.picturesHeading

  func blocks(from material: PaperMaterial, for reader: ReportReader?) -> [PaperBlock] {
    material.pictures(of: .pictures)
  }
}
