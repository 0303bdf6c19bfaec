import { dayOf, daysAfter, pastWhenOf, whenOf } from "../../src/modules/reconciliation/domain/day"

describe("The day of a moment", () => {
  it("is the calendar's in the accounting time zone", () => {
    expect(dayOf("2026-01-31T23:30:00.000Z", "UTC")).toBe("2026-01-31")
    expect(dayOf("2026-01-31T23:30:00.000Z", "Europe/Berlin")).toBe("2026-02-01")
    expect(dayOf("2026-02-01T04:30:00.000Z", "America/New_York")).toBe("2026-01-31")
    expect(dayOf("2026-03-05T12:00:00.000Z", "Europe/Berlin")).toBe("2026-03-05")
  })

  it("so many days later passes months and leap days", () => {
    expect(daysAfter("2026-01-31", 1)).toBe("2026-02-01")
    expect(daysAfter("2028-02-28", 2)).toBe("2028-03-01")
    expect(daysAfter("2026-01-31", 0)).toBe("2026-01-31")
  })
})

describe("A day that somebody states", () => {
  it("without a time is that day wherever the store is, at noon", () => {
    expect(whenOf("2026-02-01", "America/New_York")).toEqual({
      occurredAt: "2026-02-01T12:00:00.000Z",
      occurredOn: "2026-02-01",
    })
  })

  it("with a time is the day of that moment in the accounting time zone", () => {
    expect(whenOf("2026-02-01T00:30:00+01:00", "UTC")).toEqual({
      occurredAt: "2026-01-31T23:30:00.000Z",
      occurredOn: "2026-01-31",
    })
    expect(whenOf("2026-01-31T23:30:00Z", "Europe/Berlin").occurredOn).toBe("2026-02-01")
  })
})

describe("The day on which money moved", () => {
  const now = "2026-01-31T23:30:00.000Z"

  it.each([
    ["today", "2026-01-31", "UTC"],
    ["the day that has begun east of UTC", "2026-02-01", "Europe/Berlin"],
    ["a moment later today", "2026-01-31T23:45:00Z", "UTC"],
  ])("may be %s", (_, stated, timeZone) => {
    expect(pastWhenOf(stated, timeZone, now)).toEqual(whenOf(stated, timeZone))
  })

  it("is today when nobody states it", () => {
    expect(pastWhenOf(null, "Europe/Berlin", now).occurredOn).toBe("2026-02-01")
  })

  it.each([
    ["tomorrow", "2026-02-01", "UTC", "2026-01-31"],
    ["tomorrow where a new day has begun", "2026-02-02", "Europe/Berlin", "2026-02-01"],
    ["a moment of tomorrow", "2026-02-01T00:00:00Z", "UTC", "2026-01-31"],
  ])("is not %s, and the refusal names today", (_, stated, timeZone, today) => {
    expect(() => pastWhenOf(stated, timeZone, now)).toThrow(
      expect.objectContaining({ code: "date_in_future", ids: expect.objectContaining({ today }) as unknown }),
    )
  })
})
