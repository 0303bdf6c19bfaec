import { between, commandOf, type Command, type Place } from "../../src/admin/features/lists/rows/keys"

describe("the keys of a list", () => {
  const pressed = (key: string, shiftKey = false, isChord = false) => ({ key, shiftKey, isChord })
  it.each<[string, Place, Command | null]>([
    ["j", "row", "next"],
    ["k", "nowhere", "previous"],
    ["x", "control", "select"],
    ["r", "nowhere", "reconcile"],
    ["a", "row", "apply"],
    ["e", "row", "download"],
    ["f", "row", "check"],
    ["/", "nowhere", "search"],
    ["Escape", "control", "clear"],
    ["ArrowDown", "row", "next"],
    ["ArrowDown", "control", "next"],
    ["ArrowDown", "nowhere", null],
    ["Enter", "row", "open"],
    ["Enter", "nowhere", "open"],
    ["Enter", "control", null],
    [" ", "row", "why"],
    [" ", "control", null],
    ["q", "row", null],
    ["j", "field", null],
    ["Escape", "field", null],
  ])("%j in a %s is %s", (key, place, command) => {
    expect(commandOf(pressed(key), place)).toBe(command)
  })

  it("selects a range with Shift and X, and leaves other capitals and chords alone", () => {
    expect(commandOf(pressed("X", true), "row")).toBe("range")
    expect(commandOf(pressed("/", true), "nowhere")).toBe("search")
    expect(commandOf(pressed("R", true), "row")).toBeNull()
    expect(commandOf(pressed("r", false, true), "row")).toBeNull()
  })

  it("takes a range from either end, and none from what is not listed", () => {
    expect(between(["a", "b", "c", "d"], "c", "b")).toEqual(["b", "c"])
    expect(between(["a", "b"], "a", "gone")).toEqual([])
  })
})
