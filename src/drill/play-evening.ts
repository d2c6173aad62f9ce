import type { Clock } from './clock.ts'
import { type Round, type RoundCall, roundOf } from './round.ts'
import type { Evening } from './scenario.ts'

/** Where the player sends what the script says. */
export type Stage = {
  /** From now on the feeds show the posts of this round as their time comes. */
  begin(round: Round): void
  /** Sends a hotline call; a call that fails is the stage's to tell and to bear. */
  call(call: RoundCall): Promise<void>
  /** True when the evening is broken off. */
  stopped(): boolean
}

/** Plays the evening as often as the script says, call by call, and then rests. */
export async function playEvening(evening: Evening, clock: Clock, stage: Stage): Promise<void> {
  for (let played = 0; played < evening.rounds; played++) {
    const round = roundOf(evening, clock.now())
    stage.begin(round)
    for (const call of round.calls) {
      await until(clock, call.dueAt)
      if (stage.stopped()) return
      await stage.call(call)
    }
    await until(clock, round.endsAt)
    if (stage.stopped()) return
  }
}

async function until(clock: Clock, moment: Date): Promise<void> {
  const left = moment.getTime() - clock.now().getTime()
  if (left > 0) await clock.wait(left)
}
