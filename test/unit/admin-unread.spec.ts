import { unreadWords } from "../../src/admin/lib/unread"
import { plain, speechOf } from "../support/admin-speech"

describe("what is said where something could not be read", () => {
  const said = (language: "en" | "fr", status: number | null, code?: string) => {
    const body =
      code === undefined ? null : { type: "conflict" as const, code, message: "m", ids: {}, remedy: "r" }
    const { title, text, remedy } = unreadWords("list", { status, body }, speechOf(language).t)
    return [title, text, remedy].map((one) => (one === null ? null : plain(one)))
  }

  it("names what it was, and that nothing was changed", () => {
    expect(said("en", 503, "database_unreachable")).toEqual([
      "The list could not be loaded",
      null,
      "Nothing was changed. Try again in a moment.",
    ])
    expect(said("fr", 500)).toEqual([
      "La liste n’a pas pu être chargée",
      null,
      "Rien n’a été modifié. Réessayez dans un instant.",
    ])
  })

  it("says that the server is out of reach, where no answer came", () => {
    expect(said("en", null)[1]).toBe("The server could not be reached. Check your connection.")
  })

  it("leaves the cure to what has one of its own", () => {
    expect(said("en", 503, "reconciliation_not_migrated")).toEqual([
      "The list could not be loaded",
      null,
      null,
    ])
  })
})
