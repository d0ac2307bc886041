/** A screen's texts, both languages side by side. */
export interface Catalogue<W> {
  readonly zh: W;
  readonly en: W;
}

/** The Chinese decides which texts there are; one that is missing in English does not compile. */
export const catalogue = <W>(texts: { zh: W; en: NoInfer<W> }): Catalogue<W> => texts;
