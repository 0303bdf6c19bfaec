export const onePayment = {
  name: "onePayment",
  goal: "todo",
  small: { scale: 1, trials: 1 },
  run: () => Promise.reject(new Error("todo")),
}
