import { cardEn } from "./card"
import { faultsEn } from "./faults"
import { framesEn } from "./frames"
import { menuEn } from "./menu"
import { namesEn } from "./names"
import { noticesEn } from "./notices"

/** The words that every page of the host's admin loads, a file for each part of it; another language has the same names. */
export const en = {
  ...cardEn,
  ...faultsEn,
  ...framesEn,
  ...menuEn,
  ...namesEn,
  ...noticesEn,
}

export type Words = typeof en
