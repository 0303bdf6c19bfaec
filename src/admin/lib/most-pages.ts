/** So many pages of a list are read into one screen; who needs more narrows the list, or saves it as a file. */
export const MOST_PAGES = 40
