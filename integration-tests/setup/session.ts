/** A session at a shell as a page of the manual shows it: each request, and what of the answer is shown. */
interface Exchange {
  readonly method: string
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
  /** What the page says that it answers with; 200 where it says nothing. */
  readonly status: number
}

/** Variables of the shell by their names. */
export type Variables = Record<string, string>

interface Step {
  readonly command: string
  /** The JSON that the page shows as its answer. */
  readonly shown: string | undefined
}

/** The shell blocks of a section, each with the JSON block that follows it. */
export function stepsOf(page: string, heading: string): Step[] {
  const [, section = ""] = page.split(`\n## ${heading}\n`)
  const [text = ""] = section.split(/\n## /)
  const blocks = [...text.matchAll(/^```(sh|json)\n([\s\S]*?)^```$/gm)]
  return blocks.flatMap(([, kind, code = ""], index) => {
    const [, next, answer] = blocks[index + 1] ?? []
    return kind === "sh" ? [{ command: code, shown: next === "json" ? answer : undefined }] : []
  })
}

/** The request that a block makes: one curl, with what it reads from its here-document. */
export function exchangeOf(block: string, variables: Variables): Exchange {
  const { command, input, comments } = linesOf(block)
  const [program, ...words] = wordsOf(expanded(command, variables))
  if (program !== "curl") throw new Error(`not a curl: ${block}`)
  const headers: Record<string, string> = {}
  let address = ""
  let json: string | undefined
  while (words.length > 0) {
    const word = words.shift() ?? ""
    if (!word.startsWith("-")) address = word
    else if (word === "-u") headers["authorization"] = `Basic ${base64(words.shift())}`
    else if (word === "-H") Object.assign(headers, headerOf(words.shift()))
    else if (word === "--json") json = words.shift()
    else throw new Error(`what is ${word}?`)
  }
  const [, status = "200"] = /answers (\d{3})/.exec(comments) ?? []
  const asked = { address, headers, status: Number(status) }
  if (json === undefined) return { ...asked, method: "get" }
  return { ...asked, method: "post", body: JSON.parse(json === "@-" ? expanded(input, variables) : json) }
}

const base64 = (text = ""): string => Buffer.from(text).toString("base64")

function headerOf(line = ""): Record<string, string> {
  const [name = "", value = ""] = line.split(": ")
  return { [name.toLowerCase()]: value }
}

/** What the comments of a block take from its answer: "# MOVE=edit.change_id" is a path into it. */
export function takenFrom(block: string, answer: unknown): Variables {
  const { comments } = linesOf(block)
  return Object.fromEntries(
    [...comments.matchAll(/([A-Z]+)=([\w.]+)/g)].map(([, name = "", path = ""]) => {
      const value = path
        .split(".")
        .reduce<unknown>((inside, key) => (inside as Record<string, unknown> | undefined)?.[key], answer)
      if (typeof value !== "string" && typeof value !== "number") throw new Error(`no ${path} for ${name}`)
      return [name, String(value)]
    }),
  )
}

/** Puts variables in, as a shell does; one that nothing has set is a mistake of the page. */
export function expanded(text: string, variables: Variables): string {
  return text.replaceAll(/\$([A-Z]+)/g, (_, name: string) => {
    const value = variables[name]
    if (value === undefined) throw new Error(`nothing sets $${name}`)
    return value
  })
}

function linesOf(block: string): { command: string; input: string; comments: string } {
  const [, command = "", input = "", after = ""] =
    /^([\s\S]*?) <<END\n([\s\S]*?)^END\n([\s\S]*)$/m.exec(block) ??
    /^((?:(?!#).*\n)*)()([\s\S]*)$/.exec(block) ??
    []
  return { command: command.replaceAll("\\\n", " "), input, comments: after }
}

/** The words of a line, without their quotes. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  )
}
