"""Short words that everyone can spell, for passphrases.

None sounds like another word, no two begin with the same four letters or are one slip apart, and none frightens.
"""

from __future__ import annotations

_WORDS = """
acorn active actor adapt adult agile agree ahead album alert alike alley allow almond alpine amber ample anchor animal
ankle answer antler anvil apricot apron arch arena arrow artist ashore aspen atlas attic august autumn avenue awake
award axis backup bacon badge bagel bakery baking ballet bamboo banana banjo banner barley barn barrel basil basket
batch beaker beans beauty become bedtime begin behave behind bench beside best better beyond bike birch biscuit
blanket blend block blossom blouse blue boat bobbin bonnet bonus bottle boulder bounce bowl brass brick bridge brief
bright broad brook brush bubble bucket budget buffet build bulb bundle bunny burger button buzzer cabin cactus camel
campus canal candle canoe canvas canyon captain caravan cargo carpet carrot castle cavern cedar cello cement chain
cheese cherry chess chimney choice chorus cider cinema circle citrus class clever cliff cloth cloud club coach coast
cobalt cocoa coffee collar comet comic copper coral corner cottage cousin cradle crane crayon cream cricket crisp
crocus crown crumb cuckoo curtain curve custard cycle dahlia dairy dance decade deck delta denim depth desert diagram
diamond diary diesel dinner direct dolphin domain donkey doodle double dragon drama drawer dress drift drink drive
drum dune during dusk duvet eagle early earth easel east echo eclipse edge eight elbow elder eleven emerald energy
engine enjoy enough entry equal escape estate evening every exact exhibit expert explore extra fabric falcon family
farmer fashion feather fellow fence fennel ferry fiddle field fifty figure film final finch finger finish flag flannel
flask fleece flint float florist flute focus foggy folder forest formal fossil frame freckle freedom fresh friday
friend frog frost fruit future galaxy gallery garage garden garlic garment gather gazelle gentle geology gerbil giant
giraffe glacier glider globe goblet golden golf goose grammar grand grape gravel green grid grocer ground guest guide
guitar gymnast habit hammer hamster happy harp harvest hazel helmet herb heron hiking hinge history hobby hockey
holiday holly honey hoop horizon hostel humble hundred husky iceberg icing imagine impact indigo indoor insect inside
invite iron island italic ivory jacket jaguar january jasmine jelly jersey jigsaw jingle joiner journey judge juice
july jumper junior karate kayak keeper ketchup kettle kind kingdom kiosk kipper kitchen kite kitten kiwi koala label
lace ladder lagoon lamp lantern laptop large lasso latte laugh laundry lawn layer leader leaf league learn legend
lemon lentil leopard level library lilac lily lime linen liquid listen little lively lizard lobster local locket lodge
logic lounge lucky lumber lunch lupin machine magenta magic magnet mammal mango maple marble margin marina marker
maroon marsh master meadow melody member memory menu mercury merit meteor midday milk million mimosa mineral mint
mirror mobile model moment monday month mosaic motor mouse movie muffin museum music napkin nation nature navy nearby
nectar needle nephew network never nickel nimble nine noble north nothing novel nursery nutmeg oasis oboe observe
ocean october office often olive onion online open opera orange orbit orchard order origin ostrich otter outdoor oval
owner oxygen oyster pacific paddle page paint palace palm pancake panda panel pansy paper parade parcel park parsley
partner pasta path pattern peach peanut pebble pelican pencil penguin people pepper perfect petal pewter phone photo
piano picnic picture pigeon pillow pilot pink pioneer pirate pixel pizza planet plaster play plenty poem poetry polar
polish pollen pond poppy porch potato pottery powder prairie pretty printer prism prize program project promise proper
proud pudding pulley pumpkin puppet purple puzzle pyramid quality quarry quick quiet quill quiz quote rabbit raccoon
radar radio raft railway rainbow raisin ramble ranch random ranger rapid raven reason recipe reef refresh region relax
remote repeat reptile result return rhubarb ribbon rice ripple river robin robot rooftop rooster rotate royal rubber
ruby ruler runner rural saffron sailor salad salmon salute sandal satin saucer sausage scale scarf scenic school
science scooter scout second seesaw select senior sesame seven shadow shallow shampoo shelf sherbet shield shiny
shovel shower shrimp signal silent silver simple sister sixteen sketch skiing sleeve slice slipper slogan slope smart
smile smooth snail snow soccer social soda soft solid sonata soprano sorbet south sparrow special sphere spinach
spiral splash sponge spoon sport spring sprout spruce square squid stable stadium staff stamp star station steady
stencil stereo storm strand stream stripe strong studio subway sugar summer sunday sunset super surface sweater swift
swing symbol system talent tape target tariff tartan teacher team teapot tennis tent terrace thirty thistle thread
thumb thunder ticket tidy tiger timber tinsel title today token tomato tonic topaz tornado total tower tractor trade
traffic trail tree trellis trifle trophy trout truffle trumpet trust tuesday tulip tundra tunnel turkey turnip turtle
tutor tweed twelve twenty twig uncle under unicorn unique unit upper uptown urban useful usual utensil vacant value
vanilla variety vase vault velvet venture verse vessel victory video village vintage vinyl violet visible vivid
volcano volley volume voyage waffle wagon walk walnut walrus warm water weaver weekend wheel whisper wicker widget
wild window winter wisdom wombat wool world wren wrist yacht yard young zebra zenith zero zigzag zinc
"""

PLAIN_WORDS = tuple(_WORDS.split())
