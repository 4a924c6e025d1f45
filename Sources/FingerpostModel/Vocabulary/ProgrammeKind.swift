/// What sort of learning or support a programme is.
public enum ProgrammeKind: String, Word {
  /// Training of staff.
  case training
  /// Advice to staff about their work.
  case consultation
  /// Regular supervision of staff.
  case supervision
  /// Regular reflection in a group.
  case reflectivePractice = "reflective-practice"
  /// Coaching and support on the job.
  case coaching
  /// A course for families or clients.
  case course
  /// A single event.
  case workshop
  /// A group that learns from its own work.
  case actionLearningSet = "action-learning-set"
}
