import FingerpostModel

/// The services, each on a page.
struct ServicesSection: PaperSectionWriter {
  let heading = Phrase.servicesHeading

  func blocks(from material: PaperMaterial, for reader: ReportReader?) -> [PaperBlock] {
    material.pictures(of: .services)
  }
}
