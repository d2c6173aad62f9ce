/**
 * Puts the weights of one subset of a font side by side and leaves out what no browser of ours asks for (woff; Cyrillic,
 * Vietnamese and rare Latin letters). Each subset names its letters in a long list; standing together, a hundred
 * lists are sent once instead of once per weight.
 * @returns {import('postcss').Plugin}
 */
function groupFontFaces() {
  return {
    postcssPlugin: 'group-font-faces',
    OnceExit(root) {
      const faces = root.nodes.filter((node) => node.type === 'atrule' && node.name === 'font-face')
      const subsets = new Map()
      for (const face of faces) {
        const range = declared(face, 'unicode-range')
        if (!/noto-sans-sc-(?:\d+|latin)-\d/.test(declared(face, 'src'))) {
          if (declared(face, 'src').includes('noto-sans-sc')) face.remove()
          continue
        }
        face.walkDecls('src', (source) => {
          source.value = source.value.split(/,\s*(?=url)/)[0]
        })
        subsets.set(range, [...(subsets.get(range) ?? []), face.remove()])
      }
      root.append(...[...subsets.values()].flat())
    },
  }
}
groupFontFaces.postcss = true
module.exports = groupFontFaces

function declared(face, property) {
  return face.nodes.find((node) => node.prop === property)?.value ?? ''
}
