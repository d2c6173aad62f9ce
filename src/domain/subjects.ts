import type { Step } from '#domain/clock/limits.ts'

/** What each action must know about the thing it is done to; `route` holds agency keys. */
export type Subjects = {
  see_board: undefined
  /** The list of incidents as a file. */
  export_register: undefined
  see_sources: undefined
  see_incident: { route: readonly string[] }
  see_post_text: { route: readonly string[] }
  accept_alert: { agency: string }
  /** Calling the next rung of an agency's ladder before its time. */
  escalate_alert: { route: readonly string[] }
  record_step: StepSubject
  /** Stopping a clock is a decision of those who lead; letting it run again is not. */
  pause_step: StepSubject
  resume_step: StepSubject
  see_calendar: undefined
  manage_calendar: undefined
  /** Merging and splitting incidents, and taking it back; `routes` are those of all incidents touched. */
  regroup_posts: { routes: readonly (readonly string[])[] }
  /** 核实: 人社局 and the territory go there and look. */
  verify_facts: Placed
  /** Drafting and publishing what goes before the public. */
  reply_publicly: Placed
  /** 定性: saying 恶意造谣 or 恶意讨薪 by name. */
  designate: Placed
  /** 结案 and opening again by hand. */
  close_incident: Placed
  /** Asking a second person, and being one; who may be which stands in `release.ts`. */
  ask_release: { route: readonly string[] }
  decide_release: { route: readonly string[] }
  /** What is owed and paid; arbitration, courts and legal aid. */
  keep_ledger: Placed
  keep_proceedings: Placed
  /** Orders to pay and letters to the police; deciding on one; answering one. */
  transfer_to_police: { route: readonly string[] }
  decide_transfer: { route: readonly string[] }
  reply_to_transfer: { route: readonly string[] }
  /** Lists of tasks and of supervised cases; each shows only what its reader may see. */
  see_handling: undefined
  /** Assigning tasks, calling out. */
  handle_incident: { route: readonly string[] }
  /** Signing, doing and reporting what an agency was given; answering when it is called. */
  answer_for_agency: { agency: string }
  /** Checking, returning or taking back what this agency gave to another. */
  check_work: { agency: string | null }
  /** 督办 and 领导包案: opening, checking, naming a leader. */
  supervise: { route: readonly string[] }
  /** Confirming, raising or lowering the grade: the graded response is the city's to command. */
  regrade_incident: { route: readonly string[] }
  /** Facts of the incident, that the scene is calm, another agency for the route. */
  state_facts: { route: readonly string[] }
  route_by_hand: { route: readonly string[] }
  take_intake: undefined
  import_posts: undefined
  take_in: undefined
  review_posts: undefined
  manage_rules: undefined
  manage_sources: undefined
  manage_users: undefined
  /** The contact book with its addresses, and the gateways by which people are called. */
  manage_contacts: undefined
  /**
   * An officer's own call order and quiet hours. Addresses are not the officer's to change: a number mistyped or
   * slipped in by somebody else would leave a grade Ⅰ unheard, so the office alone keeps them (`manage_contacts`).
   */
  set_own_calls: { userId: string | null }
  /** 值班表: who is on, without any address; and writing it. */
  see_roster: undefined
  manage_roster: { agency: string }
  /** 交接班: writing and signing the hand-over of an agency's whole shift. */
  hand_over_shift: { agency: string }
  manage_channels: undefined
  manage_hotline_keys: undefined
  manage_api_keys: undefined
  follow_events: undefined
  manage_webhooks: undefined
  verify_log: undefined
  /** 日报: counts to everybody at a desk; what it names, to those who may see it. */
  see_reports: undefined
  /** 零报告: saying what an agency's day was. */
  report_day: { agency: string }
  /** A further edition of a report that was made. */
  correct_report: undefined
}

export type Action = keyof Subjects

/** An incident's route, and which keys on it are territories. */
export type Placed = { route: readonly string[]; territories: readonly string[] }

/** A step of an incident, whose track decides who may speak of it. */
export type StepSubject = Placed & { step: Step }
