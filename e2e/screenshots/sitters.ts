/** What one of our imaginary people looks like before their camera: colours, and shapes in a room of 960 × 540. */
export interface Sitter {
  wall: string
  panel: string
  frame: string
  skin: string
  shade: string
  clothes: string
  hair: string
  /** Behind the head, and over it. */
  behind?: string
  over: string
}

const collar = '<path d="M432 398 L480 452 L528 398 L512 388 L480 424 L448 388 Z" fill="#ffffff" opacity=".92"/>'

const claire: Sitter = {
  wall: '#cfe2e6',
  panel: '#b8d2d8',
  frame: '#9fc4cb',
  skin: '#e7b48f',
  shade: '#d39a74',
  clothes: '#0e5a6b',
  hair: '#5b3524',
  behind:
    'M352 372 C330 220 380 110 482 110 C586 110 632 220 608 372 C590 392 548 384 540 350 L420 350 C412 384 370 392 352 372 Z',
  over: '<path d="M384 262 C380 168 430 128 492 130 C560 132 590 190 576 268 C566 222 540 196 506 186 C470 214 412 214 384 262 Z" fill="HAIR"/>',
}

const karim: Sitter = {
  wall: '#f1dfc3',
  panel: '#e5cb9c',
  frame: '#dab978',
  skin: '#8d5a3b',
  shade: '#774a2f',
  clothes: '#8c4a2f',
  hair: '#231815',
  over: `<path d="M386 236 C376 156 424 118 482 118 C540 118 586 156 574 236 C566 204 556 186 540 176 C508 186 446 186 420 174 C402 188 392 208 386 236 Z" fill="HAIR"/>
    <path d="M390 262 C396 330 426 364 480 366 C534 364 564 330 570 262 C558 304 540 316 512 312 C496 306 464 306 448 312 C420 316 402 304 390 262 Z" fill="HAIR"/>${collar}`,
}

const jeanne: Sitter = {
  wall: '#dae6d5',
  panel: '#bfd6b9',
  frame: '#a9c7a2',
  skin: '#c88c66',
  shade: '#ad7450',
  clothes: '#2f6b45',
  hair: '#2d211d',
  behind:
    'M366 250 C344 150 410 84 486 88 C570 84 628 158 598 254 C612 300 588 332 560 330 L404 330 C372 334 352 296 366 250 Z',
  over: `<path d="M384 240 C374 160 424 120 484 120 C544 120 588 160 576 240 C560 206 532 184 520 168 C480 196 420 190 384 240 Z" fill="HAIR"/>
    <g fill="none" stroke="#3b2a24" stroke-width="6"><rect x="404" y="236" width="62" height="44" rx="20"/><rect x="494" y="236" width="62" height="44" rx="20"/><path d="M466 250 Q480 242 494 250"/></g>`,
}

const paul: Sitter = {
  wall: '#ddd6e8',
  panel: '#c9bfdc',
  frame: '#b5a9d0',
  skin: '#f0c6a6',
  shade: '#dcab87',
  clothes: '#5a4578',
  hair: '#a8a29c',
  over: `<path d="M386 232 C372 152 418 112 486 114 C548 112 590 154 574 232 C568 206 560 196 546 190 C520 150 440 152 414 192 C400 198 392 210 386 232 Z" fill="HAIR"/>${collar}`,
}

export const sitters = { claire, karim, jeanne, paul }
