/** Leaves what is empty out of the address: it is shorter, and it is the one that the server keeps. */
export const attachTidyForm = (form: HTMLFormElement): void => {
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData.entries()]) if (value === '') formData.delete(name);
  });
};
