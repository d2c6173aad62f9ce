/** Something the person at the keyboard can put right: said in one sentence, without a stack. */
export class Refusal extends Error {
  /**
   * @param {string} chinese
   * @param {string} english
   */
  constructor(chinese, english) {
    super(`${chinese} ${english}`)
    this.name = 'Refusal'
  }
}
