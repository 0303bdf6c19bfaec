import path from "node:path"

/**
 * Many files that need no host, as one: loading what they test takes longer than most of their tests. scripts/test.mjs
 * names the files; each can also be run by itself.
 */
const files = (process.env["FILES_WITHOUT_HOST"] ?? "").split(",").filter((name) => name !== "")
const root = path.resolve(__dirname, "..", "..")

for (const title of files) {
  describe(title, () => {
    require(path.join(root, title))
  })
}
