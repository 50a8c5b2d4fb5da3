/** Longest values in characters. A column and the schema that guards it take their length from the same line. */
export const lengths = {
  id: 36, code: 12, name: 120, fullName: 200, personName: 60, email: 254, phone: 20, password: 200,
  title: 300, docNumber: 100, number: 20, note: 500, text: 10_000, fileName: 255, q: 100, unitOfMeasure: 20, key: 80, place: 200, remark: 200,
} as const;
