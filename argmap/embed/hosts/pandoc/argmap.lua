-- Shows the argument maps of a document: pandoc page.md --lua-filter argmap.lua
-- The program argmap-pandoc has to be installed; it comes with argmap.

local function files()
  if quarto and quarto.doc and quarto.doc.input_file then
    return { quarto.doc.input_file }
  end
  return PANDOC_STATE.input_files
end

-- Slides of Reveal are dark or light by the name of their theme.
local function slides(document)
  local theme = PANDOC_WRITER_OPTIONS and PANDOC_WRITER_OPTIONS.variables
  theme = theme and theme.theme and tostring(theme.theme) or document.meta.theme
  if type(theme) ~= 'string' and theme then
    theme = pandoc.utils.stringify(theme)
  end
  return theme or (quarto and 'default') or ''
end

function Pandoc(document)
  document.meta['argmap-slides'] = pandoc.MetaString(slides(document))
  local level = PANDOC_WRITER_OPTIONS and PANDOC_WRITER_OPTIONS.slide_level
  document.meta['argmap-slide-level'] = pandoc.MetaString(level and tostring(level) or '')
  local arguments = { FORMAT }
  for _, file in ipairs(files()) do
    arguments[#arguments + 1] = file
  end
  local changed = pandoc.pipe('argmap-pandoc', arguments, pandoc.write(document, 'json'))
  local shown = pandoc.read(changed, 'json')
  document.meta['argmap-slides'] = nil
  document.meta['argmap-slide-level'] = nil
  return pandoc.Pandoc(shown.blocks, document.meta)
end
