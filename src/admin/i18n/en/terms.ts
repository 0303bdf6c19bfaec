/** When an order falls due. */
export const termsEn = {
  terms: {
    title: "Payment terms",
    about:
      "Order #{{id}}. What is open, and what is charged later, falls due by these terms; what is paid stays as it is.",
    kind: "Due",
    kinds: {
      days: "A number of days after the order",
      end_of_month: "At the end of a month",
      on_delivery: "On delivery",
    },
    daysOf: {
      days: "Days after the order",
      end_of_month: "Days, then to the end of the month",
      on_delivery: "Days after the delivery",
    },
    dayOfNextMonth: "Day of the next month",
    endOfMonthHint: "Empty for the last day of the month.",
    faults: {
      days: "A whole number from 0 to 3,650.",
      dayOfNextMonth: "A day from 1 to 31.",
    },
    typeFirst: "Write the days, and this shows when each item falls due.",
    same: "These are the terms that the order has already.",
    nothingOpen: "Nothing of this order is open, so no day moves.",
    waits: "waits for its delivery",
    partWaits: "{{date}}, a part waits for its delivery",
    act: "Save the terms",
    done: "The terms of #{{id}} were saved",
    said: {
      atOnce: "Due at once",
      days_one: "{{count}} day",
      days_other: "{{count}} days",
      endOfMonth: "End of month",
      endOfMonthOn: "Day {{day}} of the next month",
      daysToEnd_one: "{{count}} day, then {{end}}",
      daysToEnd_other: "{{count}} days, then {{end}}",
      toEnd: "end of month",
      toDay: "day {{day}} of the next month",
      onDelivery: "On delivery",
      afterDelivery_one: "{{count}} day after delivery",
      afterDelivery_other: "{{count}} days after delivery",
      due: "{{terms}}, due {{date}}",
      waits: "{{terms}}, waits for its delivery",
    },
  },
}

export type TermsWords = typeof termsEn
