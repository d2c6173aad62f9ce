/** A whole tile whose truth is no longer known: dashed, grey, dimmed. */
export const cutLook = 'border-2 border-dashed border-t3 opacity-62 grayscale [--map-halo:transparent]'
