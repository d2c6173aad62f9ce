'use client'

import clsx from 'clsx'
import { useMessages, useTranslations } from 'use-intl/react'
import type { ReviewItem } from '#contracts/review.ts'

type ReviewSpan = ReviewItem['spans'][number]

/** The masked sentence, large: what a word is above it, what it counts below. It always begins at the same height. */
export function ReviewSentence({ item }: { item: ReviewItem }) {
  const name = useSpanName()
  return (
    <p className={clsx('whitespace-pre-wrap font-medium text-t1', sizeFor(item.body))}>
      {piecesOf(item).map(({ start, text, span }, at, all) =>
        span ? (
          <mark
            key={start}
            className={clsx('mx-[2px] px-[3px] [--name:11px] lg:[--name:14px]', lookOf(span))}
            // A name longer than its words would run into the next one.
            style={all[at + 1]?.span ? { marginRight: roomFor(name(span), text) } : undefined}
          >
            <Anchored first={text.slice(0, 1)} name={name(span)} weight={span.weight} />
            <span className="text-t1">{text.slice(1)}</span>
          </mark>
        ) : (
          <span key={start}>{text}</span>
        ),
      )}
    </p>
  )
}

/**
 * Hung on the first letter, which a line never breaks, so that they stay where the words begin; drawn by the style
 * sheet, so that the sentence can be copied and read aloud as it was written.
 */
function Anchored({ first, name, weight }: { first: string; name: string; weight: number | null }) {
  return (
    <span
      data-name={name}
      data-score={weight ? signed(weight) : ''}
      className={clsx(
        'relative text-t1',
        'before:absolute before:bottom-full before:left-0 before:mb-[2px] before:whitespace-nowrap before:text-desk-label before:font-normal before:leading-[1.4] before:text-t2 before:content-[attr(data-name)] lg:before:text-desk-body',
        'after:absolute after:top-full after:left-0 after:mt-[3px] after:text-desk-body after:font-semibold after:leading-[1.2] after:content-[attr(data-score)]',
        (weight ?? 0) > 0 ? 'after:text-accent' : 'after:text-t2',
      )}
    >
      {first}
    </span>
  )
}

/** What a name needs beyond its own words, in the sizes of both. */
function roomFor(name: string, words: string): string {
  return `max(2px, calc(${name.length} * var(--name) - ${words.length}em + 2px))`
}

/** +4 and −3, with a true minus. */
export function signed(weight: number): string {
  const figure = Math.abs(Math.round(weight * 10) / 10)
  return weight < 0 ? `−${figure}` : `+${figure}`
}

/** What a word is: a rule in words where a rule fired, else the fact it tells. */
function useSpanName(): (span: ReviewSpan) => string {
  const field = useTranslations('incident.field')
  const rules = useMessages().rule.flag as Record<string, string>
  return ({ rule, field: of }) => (rule && rules[rule]) || field(of)
}

/** A long post is set smaller, so that it can be taken in at a glance and begins where a short one does. */
function sizeFor(body: string): string {
  if (body.length <= 70) return 'text-[1.625rem] leading-[3] lg:text-[2.625rem] lg:leading-[124px]'
  if (body.length <= 160) return 'text-[1.25rem] leading-[3.2] lg:text-[1.75rem] lg:leading-[92px]'
  return 'text-[1.0625rem] leading-[3.4] lg:text-[1.25rem] lg:leading-[68px]'
}

function lookOf({ field, rule }: ReviewSpan): string {
  if (field === 'against') {
    // The stripes take the mark's own colour, so that the words on them stay readable.
    return 'hatch bg-transparent border-b-3 border-t3 text-line [--hatch:10px]'
  }
  if (rule === null) return 'bg-transparent border-b-2 border-t2'
  return 'bg-accent-tint border-b-3 border-accent'
}

function piecesOf({ body, spans }: ReviewItem): { start: number; text: string; span: ReviewSpan | null }[] {
  const pieces: { start: number; text: string; span: ReviewSpan | null }[] = []
  let at = 0
  for (const span of spans) {
    if (span.start < at || span.end > body.length) continue
    if (span.start > at) pieces.push({ start: at, text: body.slice(at, span.start), span: null })
    pieces.push({ start: span.start, text: body.slice(span.start, span.end), span })
    at = span.end
  }
  if (at < body.length) pieces.push({ start: at, text: body.slice(at), span: null })
  return pieces
}
