/** Lets Node read the TypeScript sources as they are; types are checked by `npm run types`. */
const { register } = require("ts-node")

register({ swc: true, transpileOnly: true, cwd: `${__dirname}/..`, projectSearchDir: `${__dirname}/..` })
