import path from "node:path"
import { describeFiles } from "../setup/host"

/**
 * Many files on one host: starting one costs more than most files need. scripts/test.mjs names the files; each
 * can also be run by itself, on a host of its own.
 */
const files = (process.env["SHARED_HOST_FILES"] ?? "").split(",").filter((name) => name !== "")
const root = path.resolve(__dirname, "..", "..")

describeFiles(
  files.map((title) => ({
    title,
    load: () => {
      require(path.join(root, title))
    },
  })),
)
