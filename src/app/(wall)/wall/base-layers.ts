import { readFile } from 'node:fs/promises'
import { env } from '#platform/env.ts'
import type { BaseLayers } from '#ui/map/map-scene.ts'

/** The office's own tiles and border, as set; null leaves the mosaic. */
export async function baseLayers(): Promise<BaseLayers | null> {
  const { MAP_TILE_URL, MAP_TILE_ATTRIBUTION, MAP_TILE_CRS, MAP_BOUNDARY_FILE } = env()
  if (!MAP_TILE_URL && !MAP_BOUNDARY_FILE) return null
  return {
    tileUrl: MAP_TILE_URL ?? null,
    attribution: MAP_TILE_ATTRIBUTION,
    crs: MAP_TILE_CRS,
    boundary: MAP_BOUNDARY_FILE ? JSON.parse(await readFile(MAP_BOUNDARY_FILE, 'utf8')) : null,
  }
}
