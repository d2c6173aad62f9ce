import clipping from 'polygon-clipping'

/** Corners of a disc: enough that a joint of the map looks round on a wall. */
const discCorners = 64

/** Union of rings, as a list of polygons. */
export function cover(rings) {
  return clipping.union(...rings.map((ring) => [snap(ring)]))
}

/** The part two rings share; its largest piece. */
export function overlap(ring, other) {
  return largestRing(clipping.intersection([snap(ring)], [snap(other)]))
}

/** Grown by a disc: a point becomes the disc, a ring gets round corners. */
export function dilate(ring, radius) {
  if (ring.length === 1) return disc(ring[0], radius)
  return largestRing(clipping.union([snap(ring)], ...capsules(ring, radius)))
}

/** Shrunk by a disc: what stays at least `radius` away from the edge. */
export function erode(ring, radius) {
  return largestRing(clipping.difference([snap(ring)], ...capsules(ring, radius)))
}

/** Outer ring of the largest polygon, without the repeated last point. */
export function largestRing(polygons) {
  const rings = polygons.map((polygon) => polygon[0].slice(0, -1))
  const largest = rings.sort((a, b) => area(b) - area(a))[0]
  if (!largest) throw new Error('nothing is left of a shape')
  return largest
}

/** Fewer points, none of the dropped ones further than `tolerance` from the line (Douglas–Peucker). */
export function simplify(ring, tolerance) {
  const far = ring.reduce(
    (best, point, i) => (distance(point, ring[0]) > distance(ring[best], ring[0]) ? i : best),
    0,
  )
  const there = thin(ring.slice(0, far + 1), tolerance)
  const back = thin([...ring.slice(far), ring[0]], tolerance)
  return [...there.slice(0, -1), ...back.slice(0, -1)]
}

function thin(line, tolerance) {
  const [first, last] = [line[0], line.at(-1)]
  let worst = 0
  let at = 0
  for (let i = 1; i < line.length - 1; i += 1) {
    const off = offLine(line[i], first, last)
    if (off > worst) [worst, at] = [off, i]
  }
  if (worst <= tolerance) return [first, last]
  return [...thin(line.slice(0, at + 1), tolerance).slice(0, -1), ...thin(line.slice(at), tolerance)]
}

function offLine(point, a, b) {
  const length = distance(a, b)
  if (length === 0) return distance(point, a)
  return Math.abs((b[0] - a[0]) * (a[1] - point[1]) - (a[0] - point[0]) * (b[1] - a[1])) / length
}

/** One rounded strip along every edge. */
function capsules(ring, radius) {
  const start = simplify(ring, radius / 100)
  return start.map((point, index) => [capsule(point, start[(index + 1) % start.length], radius)])
}

function capsule(a, b, radius) {
  const turn = Math.atan2(b[1] - a[1], b[0] - a[0]) + Math.PI / 2
  const half = discCorners / 2
  const arc = (centre, from) =>
    Array.from({ length: half + 1 }, (_, i) => onCircle(centre, radius, from + (i / half) * Math.PI))
  return snap([...arc(a, turn), ...arc(b, turn + Math.PI)])
}

function disc(centre, radius) {
  return Array.from({ length: discCorners }, (_, i) =>
    onCircle(centre, radius, (i / discCorners) * 2 * Math.PI),
  )
}

function onCircle([x, y], radius, angle) {
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
}

/** The clipper is only reliable when shared corners are equal to the last figure. */
function snap(ring) {
  return ring.map(([x, y]) => [Math.round(x * 1e7) / 1e7, Math.round(y * 1e7) / 1e7])
}

function area(ring) {
  return Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length]
      return sum + x * ny - nx * y
    }, 0) / 2,
  )
}

function distance([x, y], [px, py]) {
  return Math.hypot(x - px, y - py)
}
