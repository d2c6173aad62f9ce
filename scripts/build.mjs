// `npm run build`: the pages into .next and the programs into dist; the image and `npm start` build with the same steps.
import './house/check-node.mjs'
import { build } from './house/build.mjs'
import { exitWith } from './house/exit-with.mjs'

await exitWith(async () => {
  await build()
  return 0
})
