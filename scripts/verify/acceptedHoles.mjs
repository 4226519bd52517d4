/** Known holes in packages that do no harm here: by the address of the advisory, with the reason, until a day. */
export const acceptedHoles = [];
