/** How lesions are read at a visit. */
export const reading = 'Eisenhauer 2009 (RECIST 1.1) sections 4.2 and 4.4';
export const nodes = 'Eisenhauer 2009 (RECIST 1.1) section 4.3.1 (nodes: short axis)';
