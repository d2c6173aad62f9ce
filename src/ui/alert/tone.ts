import type { GradeView } from '#contracts/views.ts'

/** Danger to life has a sound of its own. */
export type Tone = GradeView | 'life'

/** Hertz, one after another; a graver grade says more. */
const notes: Record<Tone, number[]> = {
  life: [988, 740, 988, 740, 988, 740, 988, 740],
  I: [880, 660, 880, 660],
  II: [880, 660, 880],
  III: [740, 740],
  IV: [587],
  watch: [494],
}
const noteSeconds = 0.16

/** The tone of a grade, once and short; `context` must have been opened by something the officer pressed. */
export function playTone(context: AudioContext, sound: Tone): void {
  const start = context.currentTime + 0.02
  for (const [index, hertz] of notes[sound].entries()) {
    const at = start + index * noteSeconds * 1.25
    const tone = new OscillatorNode(context, { type: 'triangle', frequency: hertz })
    const volume = new GainNode(context, { gain: 0 })
    volume.gain.setValueAtTime(0, at)
    volume.gain.linearRampToValueAtTime(0.22, at + 0.015)
    volume.gain.linearRampToValueAtTime(0, at + noteSeconds)
    tone.connect(volume).connect(context.destination)
    tone.start(at)
    tone.stop(at + noteSeconds)
  }
}
