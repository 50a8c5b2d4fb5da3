// Stands in for every style sheet that a page imports: Jest has no bundler and asserts nothing about looks.
export default {};
