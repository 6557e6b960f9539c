"""What of a text people read, and what machines do: asked by several stages, which leave alone what machines read.

`lines` judges each line once: Chinese prose (`chinese`), code or data (`code_lines`), or a row of a table (`rows`).
`code_passages` finds code within lines and between `fences`. Both know the `strings` of programs.
"""
