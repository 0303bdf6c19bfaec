import { chordCap, keyCap } from "../../src/admin/lib/key-caps"
import { speechOf } from "../support/admin-speech"

describe("What stands on a key", () => {
  const caps = (language: "en" | "fr"): string[] =>
    ["Enter", "Space", "Esc", "Home", "Shift", "Ctrl", "Tab", "F2", "R", "↑", "0–9", "?"].map((key) =>
      keyCap(key, speechOf(language)),
    )

  it("is what the reader's keyboard says, and a sign or a letter everywhere the same", () => {
    expect(caps("fr").slice(0, 5)).toEqual(["Entrée", "Espace", "Échap", "Origine", "Maj"])
    expect(caps("en").slice(0, 5)).toEqual(["Enter", "Space", "Esc", "Home", "Shift"])
    expect(caps("fr").slice(5)).toEqual(["Ctrl", "Tab", "F2", "R", "↑", "0–9", "?"])
  })

  it("is Cmd on a Mac, where others have Ctrl", () => {
    expect(["Ctrl", "S"].map((key) => keyCap(key, speechOf("en"), true))).toEqual(["Cmd", "S"])
    expect(chordCap("S", speechOf("fr"))).toBe("Ctrl+S")
  })
})
