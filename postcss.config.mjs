// By its whole path: the bundler asks Node for plugins, and Node looks from its own folder.
const groupFontFaces = `${process.cwd()}/scripts/group-font-faces.cjs`

export default { plugins: { '@tailwindcss/postcss': {}, [groupFontFaces]: {} } }
