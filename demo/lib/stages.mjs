/**
 * One line per stage: what is being done, how it went, how long it took.
 * On a terminal the seconds count on the same line; elsewhere the line is printed in two halves.
 */
const WIDTH = 44
const terminal = process.stdout.isTTY
const begun = performance.now()

/** @param {number} since */
export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`
export const totalSeconds = () => seconds(begun)

/** An error whose cause is in a log: the tail is shown and the path named. */
export class StageError extends Error {
  /**
   * @param {string} message
   * @param {{ log?: string, tail?: string }} [where]
   */
  constructor(message, { log, tail } = {}) {
    super(message)
    this.log = log
    this.tail = tail
  }
}

/**
 * Runs `work`, which returns a text that says how it went, alone or as `how` beside its result; it may
 * call `note` while it runs.
 * @template {string | { how: string }} T
 * @param {string} title
 * @param {(note: import("./types.js").Note) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function stage(title, work) {
  const since = performance.now()
  const label = `  ${title} `.padEnd(WIDTH, ".")
  let note = ""
  const paint = () =>
    process.stdout.write(`\r\x1b[K${label} ${Math.floor((performance.now() - since) / 1000)} s ${note}`)
  if (!terminal) {
    process.stdout.write(`${label} `)
  }
  const timer = terminal ? setInterval(paint, 1000) : undefined
  if (terminal) {
    paint()
  }
  /** @param {string} text */
  const finish = (text) => {
    clearInterval(timer)
    process.stdout.write(terminal ? `\r\x1b[K${label} ${text}\n` : `${text}\n`)
  }
  try {
    const result = await work((text) => {
      note = text
    })
    const how = typeof result === "string" ? result : result.how
    finish(`${seconds(since).padStart(7)}  ${how}`)
    return result
  } catch (error) {
    finish(`${seconds(since).padStart(7)}  failed`)
    throw error
  }
}
